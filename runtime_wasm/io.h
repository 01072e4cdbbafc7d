/* io.h: file objects. A binary file owns a descriptor and its buffers; a text file wraps a binary one. */
#ifndef MOLT_IO_H
#define MOLT_IO_H

#include "molt.h"
#include "platform.h"

#define IO_BUFFER_SIZE 8192u

/* Where a binary file's bytes go: a file, or a standard stream. A table, so that a program that opens no files does not
 * import what files need. Negative results are errno numbers. */
typedef struct BinaryFile BinaryFile;
typedef struct BinaryHost {
  int64_t (*read)(BinaryFile *f, uint8_t *out, uint32_t n);
  int64_t (*write)(BinaryFile *f, const uint8_t *data, uint32_t n); /* how much was written */
  int64_t (*size)(BinaryFile *f);  /* NULL: cannot seek */
  int (*truncate)(BinaryFile *f, uint64_t size);
  void (*close)(BinaryFile *f);
} BinaryHost;

/* _io.FileIO, BufferedReader, BufferedWriter, BufferedRandom: told apart by class. Between calls at most one of the two
 * buffers holds data. `offset` is where the next read from or write to the host goes. */
struct BinaryFile {
  Obj h;
  const BinaryHost *host;
  int32_t handle; /* of the platform; standard streams: 0, 1, 2 */
  bool readable, writable, append, closed, unbuffered;
  uint64_t offset;
  uint8_t *in;
  uint32_t in_at, in_n;
  uint8_t *out;
  uint32_t out_n;
  Value name;     /* what open() got */
  const char *mode;
};

typedef enum TextCoding { TEXT_UTF8, TEXT_ASCII, TEXT_LATIN1, TEXT_WIDE /* UTF-16, UTF-32 */ } TextCoding;

/* _io.TextIOWrapper. `chunk` is decoded text (UTF-8), read from chunk_at on, with its line ends as they are in the file:
 * they are translated as text leaves the chunk, so that the chunk's text still tells its place in the file. */
typedef struct TextFile {
  Obj h;
  Value buffer;           /* BinaryFile */
  Value encoding, errors; /* str */
  Value mode;             /* str */
  const struct Charset *charset, *marked_charset; /* that of the text after the mark; that of `encoding` */
  Str *codec_name;        /* of `charset` */
  const char *terminator; /* a line ends here; NULL: at any of \n, \r and \r\n */
  const char *line_end_out; /* what \n becomes in the file; NULL: itself */
  uint8_t coding;         /* TextCoding */
  bool bom;               /* a byte order mark stands at the start of the file */
  bool bom_done;
  bool translate_in;      /* \r and \r\n become \n */
  bool strict;            /* errors is 'strict' */
  bool line_buffering, write_through;
  bool no_tell;           /* iteration began */
  bool inexact;           /* the chunk's text no longer tells its place in the file */
  uint8_t seen_newlines;  /* SEEN_* */
  uint8_t tail_n;
  uint8_t tail[4];        /* bytes of a character that is not complete yet */
  StrBuf chunk;
  uint32_t chunk_at;
  uint64_t chunk_offset;  /* byte offset of the chunk's start in the file */
  uint8_t *pending;       /* encoded text not given to `buffer` yet, up to IO_BUFFER_SIZE bytes */
  uint32_t pending_n;
} TextFile;
enum { SEEN_LF = 1, SEEN_CR = 2, SEEN_CRLF = 4 };

extern Class binary_base_class, fileio_class, buffered_reader_class, buffered_writer_class, buffered_random_class, text_file_class;

static inline bool is_text_file(Value v) { return has_tag(v, T_OTHER) && as_obj(v)->cls == &text_file_class; }
bool is_binary_file(Value v);
static inline BinaryFile *as_binary_file(Value v) { return (BinaryFile *)as_obj(v); }
static inline TextFile *as_text_file(Value v) { return (TextFile *)as_obj(v); }

/* io_binary.c */
Value binary_file_new(Class *cls, const BinaryHost *host, int32_t handle, uint32_t flags, Value name, const char *mode);
bool binary_check_open(BinaryFile *f);
static inline bool binary_seekable(const BinaryFile *f) { return f->host->size != NULL; }
bool binary_isatty(const BinaryFile *f);
int32_t binary_fileno(const BinaryFile *f);
int64_t binary_read_some(BinaryFile *f, uint8_t *out, uint32_t n); /* what is buffered, else one host read; 0 at the end; -1 raised */
Value binary_read(BinaryFile *f, uint32_t n, bool once); /* bytes; n UINT32_MAX: all; once: at most one host read */
Value binary_readline(BinaryFile *f, uint32_t limit);    /* bytes */
bool binary_write_all(BinaryFile *f, const uint8_t *data, uint32_t n);
bool binary_flush(BinaryFile *f);
bool binary_close(BinaryFile *f);
int64_t binary_tell(BinaryFile *f);
bool binary_seek(BinaryFile *f, int64_t offset, int whence, int64_t *result);
bool binary_truncate(BinaryFile *f, uint64_t size);
Value raise_platform_error(int negative_errno, Value filename);

/* io_text.c */
Value text_file_new(Value buffer /* takes */, Value encoding, Value errors, Value newline, Value mode);
bool text_set_newline(TextFile *f, Value newline); /* None or a str; ValueError */
bool text_set_encoding(TextFile *f, Value encoding, Value errors);
bool text_check_writable(TextFile *f);
bool text_write(TextFile *f, const Str *s);
bool text_write_utf8(TextFile *f, const char *text, uint32_t n); /* well-formed, no lone surrogates */
bool text_flush(TextFile *f);
bool text_write_pending(TextFile *f);
bool text_close(TextFile *f);
Value text_read(TextFile *f, int64_t n);         /* n characters; -1: all */
Value text_readline(TextFile *f, int64_t limit); /* limit -1: none; '' at the end */
void text_forget_input(TextFile *f);
int64_t text_tell(TextFile *f);                  /* -1 raised */

/* io_open.c */
Value path_value(Value v); /* os.fspath: an exact str or bytes without NUL */
/* io_unsupported.c */
Class *unsupported_operation_class(void); /* io.UnsupportedOperation; NULL raised */
Value raise_unsupported(const char *message);
void release_unsupported_operation(void); /* at exit */
/* io_streams.c. The standard streams, made on first use: borrowed, RAISED. */
Value standard_input(void);
Value standard_output(int fd); /* 1 or 2 */
/* What sys.stdin, or stdout and stderr, is now: borrowed, UNSET when deleted, RAISED. */
Value system_input(void);
Value system_output(int fd);
bool flush_standard_streams(void); /* at exit; false: stdout failed, and it was reported */
void restore_standard_streams(void); /* at exit: whatever sys.stdout was, __del__ methods print to the real one */
void release_standard_streams(void); /* at exit, last */


#endif
