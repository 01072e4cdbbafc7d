/* io_text.c: text files: decoding, encoding and line ends, on top of a binary file.
 *
 * Reading decodes a chunk of bytes at a time into `chunk`. Writing collects encoded text in `pending` and hands it to the
 * binary file's own buffer in portions, in the order that CPython does: a program that writes to both a file and its
 * `buffer` sees the same interleaving.
 */
#include "charset.h"
#include "io.h"
#include "ops.h"
#include "text.h"

static BinaryFile *buffer_of(TextFile *f) { return as_binary_file(f->buffer); }

/* ------------------------------------------------------------------- set-up */
static TextCoding coding_of(const Charset *charset) {
  if (charset->unit > 1) return TEXT_WIDE;
  return charset->limit == 0x80 ? TEXT_ASCII : charset->limit == 0x100 ? TEXT_LATIN1 : TEXT_UTF8;
}

static bool set_charset(TextFile *f, const Charset *charset) {
  Value name = str_from_cstr(charset->name);
  if (name == RAISED) return false;
  if (f->codec_name) obj_decref(f->codec_name);
  f->codec_name = (Str *)as_obj(name);
  f->charset = charset;
  f->coding = coding_of(charset);
  return true;
}

bool text_set_encoding(TextFile *f, Value encoding, Value errors) {
  const Charset *charset = charset_find(as_str(encoding));
  uint32_t skip;
  if (!charset || !set_charset(f, charset_of_marked(charset, NULL, 0, &skip))) return false;
  f->bom = charset->marked;
  f->marked_charset = charset;
  set_value(&f->encoding, incref(encoding));
  set_value(&f->errors, incref(errors));
  f->strict = str_is(as_str(errors), "strict");
  return true;
}

bool text_set_newline(TextFile *f, Value newline) {
  static const char *const known[] = {"\n", "\r", "\r\n"};
  f->translate_in = newline == NONE;
  f->terminator = f->line_end_out = NULL;
  Str *s = newline == NONE ? NULL : as_str(newline);
  if (!s || s->size == 0) return true;
  for (int i = 0; i < 3; i++) {
    if (!str_is(s, known[i])) continue;
    f->terminator = known[i];
    if (i) f->line_end_out = known[i];
    return true;
  }
  raise_error(&ValueError_class, "illegal newline value: %S", newline);
  return false;
}

Value text_file_new(Value buffer, Value encoding, Value errors, Value newline, Value mode) {
  TextFile *f = obj_alloc(&text_file_class, sizeof *f);
  if (!f) {
    decref(buffer);
    return raise_memory_error();
  }
  memset((char *)f + sizeof f->h, 0, sizeof *f - sizeof f->h);
  f->buffer = buffer;
  f->encoding = f->errors = NONE;
  f->mode = incref(mode);
  buf_init(&f->chunk);
  Value v = tagged(f, T_OTHER);
  if (text_set_newline(f, newline) && text_set_encoding(f, encoding, errors)) return v;
  Value failure = exc_take();
  decref(v); /* closes the file, which may print */
  exc_restore(failure);
  return RAISED;
}

/* ------------------------------------------------------------------- writing */
bool text_write_pending(TextFile *f) {
  if (!f->pending_n) return true;
  uint32_t n = f->pending_n;
  f->pending_n = 0; /* what cannot be written is not tried again */
  return binary_write_all(buffer_of(f), f->pending, n);
}

bool text_flush(TextFile *f) { return text_write_pending(f) && binary_flush(buffer_of(f)); }

/* Encoded text: collected while it fits one portion. */
static bool put_bytes(TextFile *f, const uint8_t *data, uint32_t n) {
  if (f->pending_n + n > IO_BUFFER_SIZE && !text_write_pending(f)) return false;
  if (n >= IO_BUFFER_SIZE) return binary_write_all(buffer_of(f), data, n);
  if (!f->pending && !(f->pending = mem_alloc(IO_BUFFER_SIZE))) {
    raise_memory_error();
    return false;
  }
  memcpy(f->pending + f->pending_n, data, n);
  f->pending_n += n;
  return f->pending_n < IO_BUFFER_SIZE || text_write_pending(f);
}

static bool has_surrogate(const uint8_t *p, uint32_t n) {
  const uint8_t *end = p + n;
  while ((p = memchr(p, 0xED, (size_t)(end - p)))) {
    if (p[1] >= 0xA0) return true;
    p++;
  }
  return false;
}

static bool put_text(TextFile *f, const Str *s) {
  bool direct = (str_is_ascii(s) && f->coding != TEXT_WIDE) || (f->coding == TEXT_UTF8 && !has_surrogate(str_data(s), s->size));
  if (direct) return put_bytes(f, str_data(s), s->size);
  Value bytes = codec_encode((Str *)s, f->codec_name, as_str(f->errors));
  if (bytes == RAISED) return false;
  Bytes *b = (Bytes *)as_obj(bytes);
  bool ok = put_bytes(f, b->data, b->size);
  decref(bytes);
  return ok;
}

/* The byte order mark, at the start of a file. */
static bool put_mark(TextFile *f) {
  if (!f->bom || f->bom_done) return true;
  f->bom_done = true;
  BinaryFile *b = buffer_of(f);
  if (binary_seekable(b) && binary_tell(b) != 0) return true;
  Value mark = str_from_char(0xFEFF);
  bool ok = mark != RAISED && put_text(f, (Str *)as_obj(mark));
  decref(mark);
  return ok;
}

/* After text that ends a line, or after any if the file does not buffer. */
static bool after_write(TextFile *f, const char *text, uint32_t n) {
  if (f->chunk.size) text_forget_input(f);
  if (f->line_buffering && (memchr(text, '\n', n) || memchr(text, '\r', n))) return text_flush(f);
  return !f->write_through || text_write_pending(f);
}

bool text_write_utf8(TextFile *f, const char *text, uint32_t n) {
  if (f->coding == TEXT_UTF8 && !f->bom && !f->line_end_out) return put_bytes(f, (const uint8_t *)text, n) && after_write(f, text, n);
  Value s = str_new(text, n);
  if (s == RAISED) return false;
  bool ok = text_write(f, (Str *)as_obj(s));
  decref(s);
  return ok;
}

static bool write_translated(TextFile *f, const Str *s) {
  StrBuf b;
  buf_init(&b);
  for (uint32_t i = 0, end; i < s->size; i = end + 1) {
    const char *lf = memchr(s->data + i, '\n', s->size - i);
    end = lf ? (uint32_t)(lf - s->data) : s->size;
    buf_write(&b, s->data + i, end - i);
    if (lf) buf_cstr(&b, f->line_end_out);
  }
  Value text = buf_finish(&b);
  if (text == RAISED) return false;
  bool ok = put_text(f, (Str *)as_obj(text));
  decref(text);
  return ok;
}

bool text_write(TextFile *f, const Str *s) {
  bool translate = f->line_end_out && memchr(s->data, '\n', s->size);
  if (!put_mark(f) || !(translate ? write_translated(f, s) : put_text(f, s))) return false;
  return after_write(f, s->data, s->size);
}

bool text_close(TextFile *f) {
  if (buffer_of(f)->closed) return true;
  if (text_flush(f)) return binary_close(buffer_of(f));
  Value failure = exc_take();
  if (!binary_close(buffer_of(f))) exc_clear();
  exc_restore(failure);
  return false;
}

/* ------------------------------------------------------------------ decoding */
void text_forget_input(TextFile *f) {
  f->chunk.size = f->chunk_at = 0;
  f->tail_n = 0;
  f->inexact = false;
}

/* How many bytes at the end are part of a code unit, or the first half of a surrogate pair. */
static uint32_t incomplete_wide_tail(const Charset *charset, const uint8_t *data, uint32_t n) {
  uint32_t rest = n % charset->unit, whole = n - rest;
  bool pair = charset->unit == 2 && whole && (data[whole - (charset->big_endian ? 2 : 1)] & 0xFC) == 0xD8;
  return pair ? rest + 2 : rest;
}

/* How many bytes at the end start a UTF-8 sequence that could go on. */
static uint32_t incomplete_utf8_tail(const uint8_t *data, uint32_t n) {
  for (uint32_t back = 1; back <= 3 && back <= n; back++) {
    const uint8_t *p = data + n - back;
    if (utf8_is_continuation(*p)) continue;
    Utf8Error e;
    if (utf8_valid_prefix(p, back, &e) == back) return 0;
    return e.start == 0 && strcmp(e.reason, "unexpected end of data") == 0 ? back : 0;
  }
  return 0;
}

static uint32_t incomplete_tail(const TextFile *f, const uint8_t *data, uint32_t n) {
  if (f->coding == TEXT_WIDE) return incomplete_wide_tail(f->charset, data, n);
  return f->coding == TEXT_UTF8 ? incomplete_utf8_tail(data, n) : 0;
}

static void note_newlines(TextFile *f, const uint8_t *p, uint32_t n) {
  if (!memchr(p, '\r', n)) {
    if (memchr(p, '\n', n)) f->seen_newlines |= SEEN_LF;
    return;
  }
  for (uint32_t i = 0; i < n; i++) {
    if (p[i] == '\n') {
      f->seen_newlines |= SEEN_LF;
    } else if (p[i] == '\r') {
      bool crlf = i + 1 < n && p[i + 1] == '\n';
      f->seen_newlines |= crlf ? SEEN_CRLF : SEEN_CR;
      i += crlf;
    }
  }
}

/* Appends decoded bytes to the chunk. */
static bool decode(TextFile *f, const uint8_t *data, uint32_t n) {
  bool plain = f->coding == TEXT_UTF8 ? utf8_valid_prefix(data, n, &(Utf8Error){0}) == n
                                      : f->coding != TEXT_WIDE && ascii_prefix(data, n) == n;
  uint32_t before = f->chunk.size;
  if (plain) {
    buf_write(&f->chunk, (const char *)data, n);
  } else {
    Value text = codec_decode(data, n, f->codec_name, as_str(f->errors));
    if (text == RAISED) return false;
    buf_str(&f->chunk, (Str *)as_obj(text));
    decref(text);
    f->inexact |= f->coding != TEXT_LATIN1;
  }
  if (f->chunk.failed) {
    buf_discard(&f->chunk);
    buf_init(&f->chunk);
    raise_memory_error();
    return false;
  }
  if (!f->terminator) note_newlines(f, (const uint8_t *)f->chunk.data + before, f->chunk.size - before);
  return true;
}

/* Bytes of the file that the chunk's text up to `size` stands for. */
static uint64_t bytes_of_text(TextFile *f, uint32_t size) {
  return f->coding == TEXT_LATIN1 ? utf8_count((const uint8_t *)f->chunk.data, size) : size;
}

static void drop_read_text(TextFile *f) {
  if (!f->chunk_at) return;
  f->chunk_offset += bytes_of_text(f, f->chunk_at);
  f->chunk.size -= f->chunk_at;
  memmove(f->chunk.data, f->chunk.data + f->chunk_at, f->chunk.size);
  f->chunk_at = 0;
  if (!f->chunk.size) f->inexact = false;
}

/* Whether more bytes are needed to tell if a byte order mark is there. */
static bool awaits_mark(const TextFile *f, const uint8_t *data, uint32_t n) {
  if (!f->bom || f->bom_done) return false;
  return f->coding == TEXT_WIDE ? n < f->charset->unit : n < 3 && memcmp(data, "\xEF\xBB\xBF", n) == 0;
}

/* Settles the byte order by the mark at the start of the file; *skip: its size. */
static bool skip_mark(TextFile *f, const uint8_t *data, uint32_t n, uint32_t *skip) {
  *skip = 0;
  if (!f->bom || f->bom_done || !n) return true;
  f->bom_done = true;
  const Charset *charset = charset_of_marked(f->marked_charset, data, n, skip);
  if (charset->unit > 1 && n >= charset->unit && !*skip)
    return raise_error(&UnicodeError_class, "UTF-%u stream does not start with BOM", charset->unit * 8u) != RAISED;
  return charset == f->charset || set_charset(f, charset);
}

/* Decodes tail and data, which follow each other in `bytes`. */
static bool decode_chunk(TextFile *f, const uint8_t *bytes, uint32_t n, bool final) {
  uint32_t skip = 0, keep = n;
  if (final || !awaits_mark(f, bytes, n)) {
    if (!skip_mark(f, bytes, n, &skip)) return false;
    keep = final ? 0 : incomplete_tail(f, bytes + skip, n - skip);
  }
  f->tail_n = 0;
  if (!f->chunk.size) f->chunk_offset += skip;
  if (!decode(f, bytes + skip, n - keep - skip)) return false;
  memcpy(f->tail, bytes + n - keep, keep);
  f->tail_n = (uint8_t)keep;
  return true;
}

/* Reads and decodes one more portion of the file into the chunk: 1, 0 at the end of the file, -1 raised. */
static int fill(TextFile *f) {
  if (!text_write_pending(f)) return -1;
  drop_read_text(f);
  if (!f->chunk.size) f->chunk_offset = (uint64_t)binary_tell(buffer_of(f)) - f->tail_n;
  uint8_t bytes[sizeof f->tail + IO_BUFFER_SIZE];
  uint32_t before = f->tail_n;
  memcpy(bytes, f->tail, before);
  int64_t got = binary_read_some(buffer_of(f), bytes + before, IO_BUFFER_SIZE);
  if (got < 0) return -1;
  uint32_t had = f->chunk.size;
  if (!decode_chunk(f, bytes, before + (uint32_t)got, got == 0)) return -1;
  return got > 0 || f->chunk.size > had;
}

/* ------------------------------------------------------------------- reading */
static Value translated(const char *text, uint32_t n) {
  StrBuf b;
  buf_init(&b);
  for (uint32_t i = 0, end; i < n; i = end) {
    const char *cr = memchr(text + i, '\r', n - i);
    end = cr ? (uint32_t)(cr - text) : n;
    buf_write(&b, text + i, end - i);
    if (!cr) break;
    buf_write(&b, "\n", 1);
    end += 1 + (end + 1 < n && text[end + 1] == '\n');
  }
  return buf_finish(&b);
}

static Value make_text(TextFile *f, const char *text, uint32_t n) {
  if (f->translate_in && memchr(text, '\r', n)) return translated(text, n);
  return str_new(text, n);
}

/* Takes n bytes of text off the chunk. */
static Value take(TextFile *f, uint32_t n) {
  Value s = n ? make_text(f, f->chunk.data + f->chunk_at, n) : str_new("", 0);
  f->chunk_at += n;
  return s;
}

/* Looks for the end of a line in the chunk's text past `from` (relative to chunk_at): the size of the line, or 0 when
 * more text is needed to tell. */
static uint32_t find_line_end(TextFile *f, uint32_t from, bool final) {
  const char *start = f->chunk.data + f->chunk_at;
  uint32_t n = f->chunk.size - f->chunk_at;
  if (from >= n) return 0;
  if (f->terminator) {
    uint32_t last = (uint32_t)strlen(f->terminator) - 1;
    for (const char *p = start + from; (p = memchr(p, f->terminator[0], n - (uint32_t)(p - start))); p++) {
      uint32_t at = (uint32_t)(p - start);
      if (at + last >= n) return 0;
      if (p[last] == f->terminator[last]) return at + last + 1;
    }
    return 0;
  }
  const char *lf = memchr(start + from, '\n', n - from);
  uint32_t before_lf = lf ? (uint32_t)(lf - start) : n;
  const char *cr = memchr(start + from, '\r', before_lf - from);
  if (!cr) return lf ? before_lf + 1 : 0;
  uint32_t at = (uint32_t)(cr - start);
  if (at + 1 == n) return final ? n : 0;
  return at + 1 + (cr[1] == '\n');
}

static Value read_line(TextFile *f) {
  uint32_t searched = 0;
  for (;;) {
    uint32_t end = find_line_end(f, searched, false);
    if (end) return take(f, end);
    uint32_t n = f->chunk.size - f->chunk_at;
    searched = n ? n - 1 : 0; /* the last may be the \r of a \r\n */
    int more = fill(f);
    if (more < 0) return RAISED;
    if (more) continue;
    end = find_line_end(f, searched, true);
    return take(f, end ? end : f->chunk.size - f->chunk_at);
  }
}

/* Size of the character at `at` past chunk_at: a \r\n to be translated counts as one. 0 at the end, -1 raised. */
static int char_size(TextFile *f, uint32_t at) {
  while (f->chunk_at + at >= f->chunk.size) {
    int more = fill(f);
    if (more <= 0) return more;
  }
  uint8_t c = (uint8_t)f->chunk.data[f->chunk_at + at];
  if (c != '\r' || f->terminator) return (int)utf8_sequence_size(c);
  if (f->chunk_at + at + 1 == f->chunk.size && fill(f) < 0) return -1;
  bool crlf = f->chunk_at + at + 1 < f->chunk.size && f->chunk.data[f->chunk_at + at + 1] == '\n';
  return f->translate_in && crlf ? 2 : 1;
}

/* Whether the first `size` bytes of the text left end in a line end. */
static bool ends_line(TextFile *f, uint32_t size) {
  const char *end = f->chunk.data + f->chunk_at + size;
  if (f->terminator) {
    uint32_t n = (uint32_t)strlen(f->terminator);
    return size >= n && memcmp(end - n, f->terminator, n) == 0;
  }
  if (end[-1] == '\n') return true;
  bool lf_follows = f->chunk_at + size < f->chunk.size && *end == '\n';
  return end[-1] == '\r' && !lf_follows;
}

/* Up to n characters, to the end of the line if `one_line`. */
static Value read_chars(TextFile *f, int64_t n, bool one_line) {
  uint32_t size = 0;
  for (; n > 0; n--) {
    int c = char_size(f, size);
    if (c < 0) return RAISED;
    if (c == 0) break;
    size += (uint32_t)c;
    if (one_line && ends_line(f, size)) break;
  }
  return take(f, size);
}

static Value read_rest(TextFile *f) {
  if (!text_write_pending(f)) return RAISED;
  drop_read_text(f);
  if (!f->chunk.size) f->chunk_offset = (uint64_t)binary_tell(buffer_of(f)) - f->tail_n;
  Value rest = binary_read(buffer_of(f), UINT32_MAX, false);
  if (rest == RAISED) return RAISED;
  Bytes *b = (Bytes *)as_obj(rest);
  bool ok;
  if (f->tail_n) {
    uint32_t before = f->tail_n, n = before + b->size;
    uint8_t *joined = mem_alloc(n);
    if (joined) {
      memcpy(joined, f->tail, before);
      memcpy(joined + before, b->data, b->size);
      ok = decode_chunk(f, joined, n, true);
      mem_free(joined, n);
    } else {
      raise_memory_error();
      ok = false;
    }
  } else {
    ok = decode_chunk(f, b->data, b->size, true);
  }
  decref(rest);
  if (!ok) return RAISED;
  Value text = take(f, f->chunk.size);
  buf_discard(&f->chunk); /* it may be large */
  buf_init(&f->chunk);
  f->chunk_at = 0;
  f->inexact = false;
  return text;
}

Value text_read(TextFile *f, int64_t n) { return n < 0 ? read_rest(f) : read_chars(f, n, false); }

Value text_readline(TextFile *f, int64_t limit) { return limit < 0 ? read_line(f) : read_chars(f, limit, true); }

int64_t text_tell(TextFile *f) {
  if (!text_flush(f)) return -1;
  if (f->chunk_at == f->chunk.size) return binary_tell(buffer_of(f)) - f->tail_n;
  if (f->inexact) {
    raise_error(&OSError_class, "can't reconstruct logical file position");
    return -1;
  }
  return (int64_t)(f->chunk_offset + bytes_of_text(f, f->chunk_at));
}
