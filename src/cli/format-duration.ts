const MS_PER_SECOND = 1_000;

/** Milliseconds as `0.4 s`, `45 s`, `3 min 20 s` or `1 h 5 min`. */
export function formatDuration(ms: number): string {
  const seconds = ms / MS_PER_SECOND;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}
