// A core module for the tests of the hosts: `probe COMMAND [ARGUMENT...]` does one thing with one interface of WASI,
// so that a test needs no compiler and no runtime to see what a host grants. Raw canonical ABI, no libc.
#include "wasi.h"

typedef unsigned char byte;

typedef struct {
    const byte *ptr;
    size_t len;
} Text;

static int exit_code;

// The host allocates with this; nothing is freed, as a run is short.
static byte *heap_top;

__attribute__((export_name("cabi_realloc"))) void *cabi_realloc(void *old, size_t old_size, size_t align, size_t size)
{
    extern byte __heap_base;
    if (heap_top == NULL)
        heap_top = &__heap_base;
    byte *start = (byte *)(((uintptr_t)heap_top + align - 1) & ~(align - 1));
    heap_top = start + size;
    size_t have = __builtin_wasm_memory_size(0) * 65536;
    if ((uintptr_t)heap_top > have)
        __builtin_wasm_memory_grow(0, ((uintptr_t)heap_top - have + 65535) / 65536);
    for (size_t i = 0; i < old_size && i < size; i++)
        start[i] = ((byte *)old)[i];
    return start;
}

static int32_t load(const byte *at) { return *(const int32_t *)at; }

static Text text_at(const byte *at) { return (Text){(const byte *)(uintptr_t)load(at), (size_t)load(at + 4)}; }

static Text text(const char *literal)
{
    size_t n = 0;
    while (literal[n])
        n++;
    return (Text){(const byte *)literal, n};
}

static int same(Text a, const char *literal)
{
    Text b = text(literal);
    if (a.len != b.len)
        return 0;
    for (size_t i = 0; i < a.len; i++)
        if (a.ptr[i] != b.ptr[i])
            return 0;
    return 1;
}

static int number(Text digits)
{
    int n = 0;
    for (size_t i = 0; i < digits.len; i++)
        n = n * 10 + (digits.ptr[i] - '0');
    return n;
}

static int write_all(int32_t stream, Text all)
{
    byte ret[WASI_IO_STREAMS_OUTPUT_STREAM_BLOCKING_WRITE_AND_FLUSH_RET_SIZE] __attribute__((aligned(8)));
    while (all.len > 0) {
        size_t n = all.len < 4096 ? all.len : 4096; // blocking-write-and-flush takes no more at a time
        wasi_io_streams_output_stream_blocking_write_and_flush(stream, all.ptr, n, ret);
        if (ret[0] != 0)
            return 0;
        all.ptr += n;
        all.len -= n;
    }
    return 1;
}

static void line(int32_t stream, Text all)
{
    write_all(stream, all);
    write_all(stream, text("\n"));
}

static void number_line(const char *label, int n)
{
    char digits[12];
    int at = sizeof digits;
    do {
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
    } while (n > 0);
    int32_t out = wasi_cli_stdout_get_stdout();
    write_all(out, text(label));
    line(out, (Text){(byte *)digits + at, sizeof digits - (size_t)at});
}

// The preopen with the longest name that `path` starts with, or -1; `rest` is what follows the name.
static int32_t directory_of(Text path, Text *rest)
{
    byte ret[8] __attribute__((aligned(4)));
    wasi_filesystem_preopens_get_directories(ret);
    const byte *item = (const byte *)(uintptr_t)load(ret);
    int32_t best = -1;
    size_t best_len = 0;
    for (int n = load(ret + 4); n > 0; n--, item += 12) {
        Text name = text_at(item + 4);
        int relative = same(name, ".");
        size_t i = 0;
        while (!relative && i < name.len && i < path.len && name.ptr[i] == path.ptr[i])
            i++;
        int matches = relative ? path.len == 0 || path.ptr[0] != '/' : i == name.len && (i == path.len || path.ptr[i] == '/');
        if (!matches || (best >= 0 && i < best_len))
            continue;
        best = load(item);
        best_len = i;
        size_t skip = i < path.len && path.ptr[i] == '/' ? i + 1 : i;
        *rest = (Text){path.ptr + skip, path.len - skip};
    }
    return best;
}

static int32_t open(Text path, int32_t open_flags, int32_t flags)
{
    Text rest = {0};
    int32_t directory = directory_of(path, &rest);
    if (directory < 0) {
        line(wasi_cli_stderr_get_stderr(), text("no preopen"));
        return -1;
    }
    if (rest.len == 0)
        rest = text(".");
    byte ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_OPEN_AT_RET_SIZE] __attribute__((aligned(8)));
    wasi_filesystem_types_descriptor_open_at(directory, WASI_FILESYSTEM_TYPES_PATH_FLAGS_SYMLINK_FOLLOW, rest.ptr,
                                             rest.len, open_flags, flags, ret);
    if (ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_OPEN_AT_RET_TAG] != 0) {
        number_line("error ", ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_OPEN_AT_RET_ERR_AT]);
        return -1;
    }
    return load(ret + WASI_FILESYSTEM_TYPES_DESCRIPTOR_OPEN_AT_RET_OK_AT);
}

static int cat(Text path)
{
    int32_t file = open(path, 0, WASI_FILESYSTEM_TYPES_DESCRIPTOR_FLAGS_READ);
    if (file < 0)
        return 1;
    byte ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_READ_RET_SIZE] __attribute__((aligned(8)));
    wasi_filesystem_types_descriptor_read(file, 65536, 0, ret);
    if (ret[0] != 0)
        return 1;
    write_all(wasi_cli_stdout_get_stdout(), text_at(ret + WASI_FILESYSTEM_TYPES_DESCRIPTOR_READ_RET_OK_0_PTR));
    return 0;
}

static int put(Text path, Text content)
{
    int32_t create = WASI_FILESYSTEM_TYPES_OPEN_FLAGS_CREATE | WASI_FILESYSTEM_TYPES_OPEN_FLAGS_TRUNCATE;
    int32_t file = open(path, create, WASI_FILESYSTEM_TYPES_DESCRIPTOR_FLAGS_WRITE);
    if (file < 0)
        return 1;
    byte ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_WRITE_RET_SIZE] __attribute__((aligned(8)));
    wasi_filesystem_types_descriptor_write(file, content.ptr, content.len, 0, ret);
    return ret[0];
}

static int environment(void)
{
    byte ret[8] __attribute__((aligned(4)));
    wasi_cli_environment_get_environment(ret);
    const byte *item = (const byte *)(uintptr_t)load(ret);
    int32_t out = wasi_cli_stdout_get_stdout();
    for (int n = load(ret + 4); n > 0; n--, item += 16) {
        write_all(out, text_at(item));
        write_all(out, text("="));
        line(out, text_at(item + 8));
    }
    return 0;
}

static int preopens(void)
{
    byte ret[8] __attribute__((aligned(4)));
    wasi_filesystem_preopens_get_directories(ret);
    const byte *item = (const byte *)(uintptr_t)load(ret);
    for (int n = load(ret + 4); n > 0; n--, item += 12)
        line(wasi_cli_stdout_get_stdout(), text_at(item + 4));
    return 0;
}

static int copy_stdin(void)
{
    byte ret[WASI_IO_STREAMS_INPUT_STREAM_BLOCKING_READ_RET_SIZE] __attribute__((aligned(8)));
    int32_t in = wasi_cli_stdin_get_stdin(), out = wasi_cli_stdout_get_stdout();
    for (;;) {
        wasi_io_streams_input_stream_blocking_read(in, 4096, ret);
        if (ret[0] != 0)
            return ret[WASI_IO_STREAMS_INPUT_STREAM_BLOCKING_READ_RET_ERR_TAG] ==
                           WASI_IO_STREAMS_STREAM_ERROR_CLOSED ? 0 : 1;
        if (!write_all(out, text_at(ret + WASI_IO_STREAMS_INPUT_STREAM_BLOCKING_READ_RET_OK_PTR)))
            return 1;
    }
}

// Writes until the reader is gone; 7 says that the host reported it as an error of the stream.
static int yes(void)
{
    int32_t out = wasi_cli_stdout_get_stdout();
    while (write_all(out, text("yes\n")))
        ;
    return 7;
}

static int sleep_ms(int ms)
{
    int64_t start = wasi_clocks_monotonic_clock_now();
    int32_t timer = wasi_clocks_monotonic_clock_subscribe_duration((int64_t)ms * 1000000);
    wasi_io_poll_pollable_block(timer);
    wasi_io_poll_pollable_drop(timer);
    number_line("ms ", (int)((wasi_clocks_monotonic_clock_now() - start) / 1000000));
    return 0;
}

static int random_bits(void)
{
    uint64_t bits = (uint64_t)wasi_random_random_get_random_u64();
    number_line("random ", (int)(bits >> 33));
    return 0;
}

// One write a line, as a program that prints to a terminal makes.
static int lines(int n)
{
    int32_t out = wasi_cli_stdout_get_stdout();
    while (n-- > 0)
        line(out, text("line"));
    return 0;
}

// On the engine's stack alone: the stack in linear memory is the program's own business.
static volatile int zero;

__attribute__((noinline)) static int recurse(int n) { return n == 0 ? 0 : recurse(n - 1) + zero; }

static void spin(void)
{
    for (volatile unsigned n = 0;; n++)
        ;
}

static int command(const Text *word, int count)
{
    int32_t out = wasi_cli_stdout_get_stdout();
    if (count < 2) {
        line(out, text("hello"));
        return 0;
    }
    Text first = count > 2 ? word[2] : text(""), second = count > 3 ? word[3] : text("");
    if (same(word[1], "args")) {
        for (int i = 0; i < count; i++)
            line(out, word[i]);
        return 0;
    }
    if (same(word[1], "env")) return environment();
    if (same(word[1], "preopens")) return preopens();
    if (same(word[1], "cat")) return cat(first);
    if (same(word[1], "put")) return put(first, second);
    if (same(word[1], "stdin")) return copy_stdin();
    if (same(word[1], "yes")) return yes();
    if (same(word[1], "sleep")) return sleep_ms(number(first));
    if (same(word[1], "random")) return random_bits();
    if (same(word[1], "lines")) return lines(number(first));
    if (same(word[1], "recurse")) return recurse(number(first));
    if (same(word[1], "exit")) return number(first);
    if (same(word[1], "stderr")) { line(wasi_cli_stderr_get_stderr(), first); return 0; }
    if (same(word[1], "trap")) __builtin_trap();
    if (same(word[1], "spin")) { line(out, text("spinning")); spin(); }
    return 2;
}

WIT_EXPORT("_initialize") void initialize(void) {}

WIT_EXPORT(WASI_CLI_RUN_RUN_EXPORT) int32_t run(void)
{
    byte ret[8] __attribute__((aligned(4)));
    wasi_cli_environment_get_arguments(ret);
    exit_code = command((const Text *)(uintptr_t)load(ret), load(ret + 4));
    return exit_code != 0;
}

WIT_EXPORT(MOLT_RUNTIME_STATUS_EXIT_CODE_EXPORT) int32_t status(void) { return exit_code; }
