/* Methods of int. `self` may be a bool. */
#include "int.h"

/* ---- Bits and bytes ---- */

static Value int_bit_length_method(Value self) {
  return int_from_u64(int_bit_length(as_int(self)));
}

static Value int_bit_count(Value self) {
  IntView v;
  int_view(&v, as_int(self));
  return int_from_u64(nat_popcount(v.limbs, v.n));
}

/* byteorder, UNSET meaning 'big'. False: raised. */
static bool read_byte_order(const char *function, Value order, bool *little) {
  *little = false;
  if (order == UNSET) return true;
  Str *s = as_str(order);
  if (s == NULL) {
    raise_error(&TypeError_class, "%s() argument 'byteorder' must be str, not %T", function, order);
    return false;
  }
  *little = str_equal(s, S(little));
  if (*little || str_equal(s, S(big))) return true;
  raise_error(&ValueError_class, "byteorder must be either 'little' or 'big'");
  return false;
}

static bool read_flag(Value flag, bool *out) {
  int truth = flag == UNSET ? 0 : op_truth_slow(flag);
  *out = truth > 0;
  return truth >= 0;
}

/* Copies byte by byte between limbs and text; two's complement makes negative numbers of the bytes, and back. */
static uint8_t complement_byte(uint8_t byte, bool negative, uint32_t *carry) {
  if (!negative) return byte;
  uint32_t sum = (uint8_t)~byte + *carry;
  *carry = sum >> 8;
  return (uint8_t)sum;
}

static bool fits_bytes(const IntView *v, uint64_t length, bool is_signed) {
  uint64_t bits = nat_bits(v->limbs, v->n);
  if (!is_signed) return bits <= 8 * length;
  if (v->n == 0) return true;
  if (v->negative && nat_ctz(v->limbs, v->n) == bits - 1) bits--; /* -2**k needs no bit more than its magnitude less one */
  return bits < 8 * length;
}

/* to_bytes(length=1, byteorder='big', *, signed=False) */
static Value int_to_bytes(Value self, Value *slots) {
  int64_t length = 1;
  bool little, is_signed;
  if (slots[0] != UNSET) {
    Value index = op_index_value(slots[0]);
    if (index == RAISED) return RAISED;
    bool fits = int_to_i64(index, &length);
    decref(index);
    if (!fits) return raise_error(&OverflowError_class, "Python int too large to convert to C ssize_t");
  }
  if (!read_byte_order("to_bytes", slots[1], &little) || !read_flag(slots[2], &is_signed)) return RAISED;
  if (length < 0) return raise_error(&ValueError_class, "length argument must be non-negative");
  IntView v;
  int_view(&v, as_int(self));
  if (v.negative && !is_signed) return raise_error(&OverflowError_class, "can't convert negative int to unsigned");
  if (!fits_bytes(&v, (uint64_t)length, is_signed)) return raise_error(&OverflowError_class, "int too big to convert");
  if (length > INT32_MAX) return raise_memory_error();
  Value result = bytes_new(NULL, (uint32_t)length);
  if (result == RAISED) return RAISED;
  uint8_t *data = ((Bytes *)as_obj(result))->data;
  uint32_t carry = 1;
  for (uint32_t i = 0; i < (uint32_t)length; i++) {
    uint8_t byte = i / 4 < v.n ? (uint8_t)(v.limbs[i / 4] >> (i % 4 * 8)) : 0;
    data[little ? i : (uint32_t)length - 1 - i] = complement_byte(byte, v.negative, &carry);
  }
  return result;
}

static Value from_byte_array(const uint8_t *data, uint32_t size, bool little, bool is_signed) {
  Work w;
  uint32_t n = size / 4 + 1;
  if (!work_init(&w, n)) return RAISED;
  memset(w.limbs, 0, n * sizeof(Limb));
  bool negative = is_signed && size > 0 && data[little ? size - 1 : 0] >= 0x80;
  uint32_t carry = 1;
  for (uint32_t i = 0; i < size; i++) {
    uint8_t byte = complement_byte(data[little ? i : size - 1 - i], negative, &carry);
    w.limbs[i / 4] |= (Limb)byte << (i % 4 * 8);
  }
  if (negative && carry != 0) w.limbs[size / 4] |= (Limb)1 << (size % 4 * 8);
  Value result = int_from_limbs(w.limbs, n, negative);
  work_free(&w);
  return result;
}

/* What from_bytes() takes: bytes, bytearray, an object with __bytes__, an iterable of ints. Owned bytes or bytearray. */
static Value bytes_argument(Value v) {
  const uint8_t *data;
  uint32_t size;
  if (buffer_view(v, &data, &size)) return incref(v);
  Value method = lookup_special(v, S(__bytes__));
  if (method == RAISED) return RAISED;
  if (method != UNSET) {
    Value result = call0(method);
    decref(method);
    if (result == RAISED || buffer_view(result, &data, &size)) return result;
    raise_error(&TypeError_class, "__bytes__ returned non-bytes (type %T)", result);
    decref(result);
    return RAISED;
  }
  if (as_int(v) != UNSET || is_double(v) || as_str(v) != NULL) return raise_error(&TypeError_class, "cannot convert '%T' object to bytes", v);
  return call1(class_value(&bytes_class), v);
}

/* from_bytes(bytes, byteorder='big', *, signed=False) */
static Value int_from_bytes(Value cls, Value *slots) {
  bool little, is_signed;
  if (!read_byte_order("from_bytes", slots[1], &little) || !read_flag(slots[2], &is_signed)) return RAISED;
  Value source = bytes_argument(slots[0]);
  if (source == RAISED) return RAISED;
  const uint8_t *data;
  uint32_t size;
  Value result = RAISED;
  if (buffer_view(source, &data, &size)) result = from_byte_array(data, size, little, is_signed);
  decref(source);
  if (result == RAISED || cls == class_value(&int_class)) return result;
  Value converted = call1(cls, result);
  decref(result);
  return converted;
}

/* ---- Numbers protocol ---- */

static Value int_itself(Value self) {
  return incref(as_int(self));
}

static Value int_zero(Value self) {
  (void)self;
  return small_int_value(0);
}

static Value int_one(Value self) {
  (void)self;
  return small_int_value(1);
}

static Value int_is_integer(Value self) {
  (void)self;
  return TRUE_;
}

static Value int_as_integer_ratio(Value self) {
  Value pair[2] = {as_int(self), small_int_value(1)};
  return tuple_from_array(pair, 2);
}

static Value int_to_float(Value self) {
  double d;
  return int_to_double(as_int(self), &d) ? double_value(d) : RAISED;
}

/* value - (value % step), to the nearest multiple, half to even. */
static Value round_to_multiple(Value i, Value step) {
  Value quotient, rest;
  if (!int_divmod(i, step, &quotient, &rest)) return RAISED;
  Value twice = int_op(BIN_ADD, rest, rest), result = RAISED;
  if (twice != RAISED) {
    IntView q;
    int_view(&q, quotient);
    int order = int_compare(twice, step);
    bool up = order > 0 || (order == 0 && q.n != 0 && (q.limbs[0] & 1) != 0);
    Value down = int_op(BIN_SUB, i, rest);
    result = !up || down == RAISED ? down : int_op(BIN_ADD, down, step);
    if (up) decref(down);
  }
  decref(twice);
  decref(quotient);
  decref(rest);
  return result;
}

/* __round__(ndigits): to a multiple of 10 ** -ndigits */
static Value int_round(Value self, Value *args, uint32_t n) {
  Value i = as_int(self);
  if (n == 0) return incref(i);
  Value digits = op_index_value(args[0]);
  if (digits == RAISED || int_sign(digits) >= 0) {
    Value result = digits == RAISED ? RAISED : incref(i);
    decref(digits);
    return result;
  }
  Value places = int_negate(digits);
  decref(digits);
  if (places == RAISED) return RAISED;
  Value step = int_power(small_int_value(10), places);
  decref(places);
  if (step == RAISED) return RAISED;
  Value result = round_to_multiple(i, step);
  decref(step);
  return result;
}

static Value int_new_args(Value self) {
  Value i = as_int(self);
  return tuple_from_array(&i, 1);
}

METHOD(int, bit_length, CALL_NONE, 0, 0, 0, int_bit_length_method)
METHOD(int, bit_count, CALL_NONE, 0, 0, 0, int_bit_count)
METHOD(int, to_bytes, CALL_KW, 0, 2, "length,byteorder,signed", int_to_bytes)
CLASS_METHOD(int, from_bytes, CALL_KW, 1, 2, "bytes,byteorder,signed", int_from_bytes)
METHOD(int, as_integer_ratio, CALL_NONE, 0, 0, 0, int_as_integer_ratio)
METHOD(int, conjugate, CALL_NONE, 0, 0, 0, int_itself)
METHOD(int, is_integer, CALL_NONE, 0, 0, 0, int_is_integer)
METHOD(int, __int__, CALL_NONE, 0, 0, 0, int_itself)
METHOD(int, __index__, CALL_NONE, 0, 0, 0, int_itself)
METHOD(int, __trunc__, CALL_NONE, 0, 0, 0, int_itself)
METHOD(int, __floor__, CALL_NONE, 0, 0, 0, int_itself)
METHOD(int, __ceil__, CALL_NONE, 0, 0, 0, int_itself)
METHOD(int, __float__, CALL_NONE, 0, 0, 0, int_to_float)
METHOD(int, __round__, CALL_ANY, 0, 1, 0, int_round)
METHOD(int, __getnewargs__, CALL_NONE, 0, 0, 0, int_new_args)
GETTER(int, real, int_itself)
GETTER(int, numerator, int_itself)
GETTER(int, imag, int_zero)
GETTER(int, denominator, int_one)
