;; Dot products of one query with many vectors of 16-bit integers, four vectors abreast so that each part of the query
;; is fetched once for all. Assembled into dot-products.ts by `npx -p wabt wat2wasm dot-products.wat` (WABT 1.0.39).
(module
  (import "memory" "vectors" (memory 1))

  ;; vectors: address of the first; they lie one after the other, `steps` times 8 numbers each
  ;; count:   how many; up to 3 more are read and written where it is no multiple of 4
  ;; query:   address of its numbers
  ;; sums:    address to which the products go, 32 bits each
  (func (export "multiply")
    (param $vectors i32) (param $count i32) (param $query i32) (param $steps i32) (param $sums i32)
    (local $bytes i32) (local $step i32) (local $at i32) (local $part v128)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $sumA v128) (local $sumB v128) (local $sumC v128) (local $sumD v128)
    (local.set $bytes (i32.shl (local.get $steps) (i32.const 4)))
    (block $done
      (loop $four
        (br_if $done (i32.le_s (local.get $count) (i32.const 0)))
        (local.set $a (local.get $vectors))
        (local.set $b (i32.add (local.get $a) (local.get $bytes)))
        (local.set $c (i32.add (local.get $b) (local.get $bytes)))
        (local.set $d (i32.add (local.get $c) (local.get $bytes)))
        (local.set $sumA (v128.const i32x4 0 0 0 0))
        (local.set $sumB (v128.const i32x4 0 0 0 0))
        (local.set $sumC (v128.const i32x4 0 0 0 0))
        (local.set $sumD (v128.const i32x4 0 0 0 0))
        (local.set $at (local.get $query))
        (local.set $step (local.get $steps))
        (loop $eight
          (local.set $part (v128.load (local.get $at)))
          (local.set $sumA
            (i32x4.add (local.get $sumA) (i32x4.dot_i16x8_s (local.get $part) (v128.load (local.get $a)))))
          (local.set $sumB
            (i32x4.add (local.get $sumB) (i32x4.dot_i16x8_s (local.get $part) (v128.load (local.get $b)))))
          (local.set $sumC
            (i32x4.add (local.get $sumC) (i32x4.dot_i16x8_s (local.get $part) (v128.load (local.get $c)))))
          (local.set $sumD
            (i32x4.add (local.get $sumD) (i32x4.dot_i16x8_s (local.get $part) (v128.load (local.get $d)))))
          (local.set $a (i32.add (local.get $a) (i32.const 16)))
          (local.set $b (i32.add (local.get $b) (i32.const 16)))
          (local.set $c (i32.add (local.get $c) (i32.const 16)))
          (local.set $d (i32.add (local.get $d) (i32.const 16)))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $eight (local.tee $step (i32.sub (local.get $step) (i32.const 1)))))
        (i32.store offset=0 (local.get $sums) (call $across (local.get $sumA)))
        (i32.store offset=4 (local.get $sums) (call $across (local.get $sumB)))
        (i32.store offset=8 (local.get $sums) (call $across (local.get $sumC)))
        (i32.store offset=12 (local.get $sums) (call $across (local.get $sumD)))
        (local.set $vectors (local.get $d))
        (local.set $sums (i32.add (local.get $sums) (i32.const 16)))
        (local.set $count (i32.sub (local.get $count) (i32.const 4)))
        (br $four))))

  (func $across (param $lanes v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $lanes)) (i32x4.extract_lane 1 (local.get $lanes)))
      (i32.add (i32x4.extract_lane 2 (local.get $lanes)) (i32x4.extract_lane 3 (local.get $lanes))))))
