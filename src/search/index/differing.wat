;; How many bits each of many rows has otherwise than a wanted row. Built by `npm run make:wasm` (scripts/make-wasm.ts); sides.ts calls it.
;; The memory is the caller's: 16 bytes are compared at once, so a row is a whole number of these.
(module
  (memory (export "memory") 3)
  (func (export "compare")
    (param $wanted i32)   ;; where the wanted row begins
    (param $rows i32)     ;; where the first of the others begins
    (param $count i32)    ;; how many others there are
    (param $width i32)    ;; bytes of a row; up to 496, so that no sum in a byte passes 255
    (param $out i32)      ;; where the counts go, two bytes each
    (local $end i32) (local $at i32) (local $sum v128)
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 1))))
    (block $done
      (loop $row
        (br_if $done (i32.ge_u (local.get $out) (local.get $end)))
        (local.set $sum (v128.const i64x2 0 0))
        (local.set $at (i32.const 0))
        (loop $part
          (local.set $sum
            (i8x16.add
              (local.get $sum)
              (i8x16.popcnt
                (v128.xor
                  (v128.load (i32.add (local.get $rows) (local.get $at)))
                  (v128.load (i32.add (local.get $wanted) (local.get $at)))))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $part (i32.lt_u (local.get $at) (local.get $width))))
        (local.set $sum (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u (local.get $sum))))
        (i32.store16 (local.get $out)
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
            (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
        (local.set $rows (i32.add (local.get $rows) (local.get $width)))
        (local.set $out (i32.add (local.get $out) (i32.const 2)))
        (br $row)))))
