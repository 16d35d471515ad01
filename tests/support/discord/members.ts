import type { FakeMember, MemberOptions, PermissionName } from './fake-discord.ts';
import { createMember } from './member.ts';
import { permissionBits } from './permissions.ts';
import type { Surroundings } from './surroundings.ts';
import { addMember, addUser, makeRole, type StoredGuild } from './world.ts';

/** Everybody who has been named so far: members of every guild, with their permissions in the first. */
export interface Members {
  named(name: string, options?: MemberOptions): FakeMember;
  joinGuild(guild: StoredGuild): void;
}

export function createMembers(surroundings: Surroundings, first: StoredGuild): Members {
  const { world } = surroundings.discord;
  const known = new Map<string, FakeMember>();
  return {
    named: (name, { permissions = [], locale = 'en-US', hasInstalled = false } = {}) => {
      const before = known.get(name);
      if (before) return before;
      const { id } = addUser(world, name);
      for (const guild of world.guilds.values())
        addMember(world, guild, { userId: id, roles: guild === first ? rolesFor(guild, permissions) : [] });
      const member = createMember(surroundings, { id, name, locale, hasInstalled });
      known.set(name, member);
      return member;
    },
    joinGuild: (guild) => {
      for (const { id } of known.values()) addMember(world, guild, { userId: id, roles: [] });
    },
  };

  function rolesFor(guild: StoredGuild, permissions: readonly PermissionName[]): readonly string[] {
    if (permissions.length === 0) return [];
    const role = makeRole(world.nextId(), 'Staff', permissionBits(permissions));
    guild.roles.push(role);
    return [role.id];
  }
}
