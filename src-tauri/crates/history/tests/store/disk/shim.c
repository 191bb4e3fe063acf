/* A shim between a process and the disk, for one folder: it writes down what is done to the files in it, or makes
 * one call fail. Loaded with LD_PRELOAD by the tests, and never part of the app.
 *
 * SANAD_DISK_ROOT   the folder
 * SANAD_DISK_LOG    where to write down each call; what goes to standard output is written down in its place
 * SANAD_DISK_FAIL   "<number> <kind>": the n-th call that writes fails; kinds: full, io, short (only a part is
 *                   written, and the next call says full), stays (full from there on)
 * SANAD_DISK_COUNT  where to write how many calls there were, at exit
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST_FILES 4096
#define MOST_PATH 4096

static pthread_mutex_t turnstile = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char root[MOST_PATH];
static size_t root_length;
static int log_file = -1;
static long fail_at = -1, calls;
static char fail_kind[16];
static unsigned char ours[MOST_FILES];

#define REAL(name) static __typeof__(name) *real; if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
    const char *value = getenv("SANAD_DISK_ROOT");
    if (!value) return;
    snprintf(root, sizeof root, "%s", value);
    root_length = strlen(root);
    if ((value = getenv("SANAD_DISK_LOG")))
        log_file = (int)syscall(SYS_openat, AT_FDCWD, value, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
    if ((value = getenv("SANAD_DISK_FAIL"))) sscanf(value, "%ld %15s", &fail_at, fail_kind);
}

__attribute__((destructor)) static void end(void) {
    const char *value = getenv("SANAD_DISK_COUNT");
    if (!value) return;
    char text[32];
    int length = snprintf(text, sizeof text, "%ld", calls);
    int file = (int)syscall(SYS_openat, AT_FDCWD, value, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    syscall(SYS_write, file, text, (size_t)length);
}

static int in_root(const char *path) {
    return root_length && !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

static int is_ours(int fd) { return fd >= 0 && fd < MOST_FILES && ours[fd]; }

static void put(const void *bytes, size_t length) {
    while (length) {
        ssize_t written = syscall(SYS_write, log_file, bytes, length);
        if (written <= 0) _exit(99);
        bytes = (const char *)bytes + written;
        length -= (size_t)written;
    }
}

/* One entry: a letter, a file's number, a place, and two byte strings with their lengths. */
static void note(char what, int fd, uint64_t at, const void *one, size_t one_length, const void *two, size_t two_length) {
    if (log_file < 0) return;
    uint32_t number = (uint32_t)fd, first = (uint32_t)one_length, second = (uint32_t)two_length;
    put(&what, 1); put(&number, 4); put(&at, 8); put(&first, 4); put(&second, 4); put(one, one_length); put(two, two_length);
}

/* Whether this call is the one to fail; sets errno. A short write is told apart by its caller. */
static int fails(void) {
    calls++;
    if (fail_at < 0 || calls < fail_at) return 0;
    int stays = !strcmp(fail_kind, "stays");
    int is_short = !strcmp(fail_kind, "short");
    if (calls > fail_at + is_short && !stays) return 0;
    errno = !strcmp(fail_kind, "io") ? EIO : ENOSPC;
    return 1;
}

static int fails_short(void) { return !strcmp(fail_kind, "short") && calls == fail_at; }

static int opened(int fd, const char *path, int flags) {
    if (fd < 0 || fd >= MOST_FILES) return fd;
    char real_path[MOST_PATH] = "", link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, real_path, sizeof real_path - 1);
    if (length < 0) return fd;
    real_path[length] = 0;
    (void)path;
    pthread_mutex_lock(&turnstile);
    ours[fd] = (unsigned char)in_root(real_path);
    if (ours[fd]) note('O', fd, (uint64_t)(unsigned)flags, real_path, (size_t)length, "", 0);
    pthread_mutex_unlock(&turnstile);
    return fd;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        if ((flags & O_CREAT) && in_root(path) && access(path, F_OK)) { \
            pthread_mutex_lock(&turnstile); int fail = fails(); pthread_mutex_unlock(&turnstile); \
            if (fail) return -1; \
        } \
        return opened(real(path, flags, mode), path, flags); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        REAL(name); \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        return opened(real(folder, path, flags, mode), path, flags); \
    }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
    REAL(close);
    pthread_mutex_lock(&turnstile);
    if (is_ours(fd)) { note('C', fd, 0, "", 0, "", 0); ours[fd] = 0; }
    pthread_mutex_unlock(&turnstile);
    return real(fd);
}

static ssize_t written(int fd, const void *bytes, size_t length, off_t at, ssize_t (*go)(int, const void *, size_t, off_t)) {
    pthread_mutex_lock(&turnstile);
    ssize_t result = -1;
    if (fails()) {
        if (fails_short() && length > 1) result = go(fd, bytes, length / 2, at);
    } else {
        result = go(fd, bytes, length, at);
    }
    int error = errno;
    if (result > 0) note('W', fd, (uint64_t)at, bytes, (size_t)result, "", 0);
    errno = error;
    pthread_mutex_unlock(&turnstile);
    return result;
}

static ssize_t go_on(int fd, const void *bytes, size_t length, off_t at) {
    (void)at;
    return syscall(SYS_write, fd, bytes, length);
}

static ssize_t go_at(int fd, const void *bytes, size_t length, off_t at) {
    return syscall(SYS_pwrite64, fd, bytes, length, at);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    if (is_ours(fd)) return written(fd, bytes, length, lseek(fd, 0, SEEK_CUR), go_on);
    pthread_mutex_lock(&turnstile);
    ssize_t result = syscall(SYS_write, fd, bytes, length);
    if (fd == 1 && result > 0) note('A', fd, 0, bytes, (size_t)result, "", 0);
    pthread_mutex_unlock(&turnstile);
    return result;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
    return is_ours(fd) ? written(fd, bytes, length, at, go_at) : go_at(fd, bytes, length, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) {
    return is_ours(fd) ? written(fd, bytes, length, at, go_at) : go_at(fd, bytes, length, at);
}

/* Whoever copies by these falls back to reading and writing. */
ssize_t copy_file_range(int from, off64_t *a, int to, off64_t *b, size_t length, unsigned flags) {
    (void)from; (void)a; (void)to; (void)b; (void)length; (void)flags;
    errno = ENOSYS;
    return -1;
}

ssize_t sendfile64(int to, int from, off64_t *at, size_t length) {
    (void)from; (void)at; (void)to; (void)length;
    errno = ENOSYS;
    return -1;
}

ssize_t sendfile(int to, int from, off_t *at, size_t length) {
    (void)from; (void)at; (void)to; (void)length;
    errno = ENOSYS;
    return -1;
}

#define ON_FILE(name, letter, arguments, number, length_of) \
    int name arguments { \
        REAL(name); \
        if (!is_ours(fd)) return real length_of; \
        pthread_mutex_lock(&turnstile); \
        int result = fails() ? -1 : real length_of; \
        int error = errno; \
        if (!result) note(letter, fd, (uint64_t)(number), "", 0, "", 0); \
        errno = error; \
        pthread_mutex_unlock(&turnstile); \
        return result; \
    }
ON_FILE(fsync, 'S', (int fd), 0, (fd))
ON_FILE(fdatasync, 'S', (int fd), 0, (fd))
ON_FILE(ftruncate, 'T', (int fd, off_t length), length, (fd, length))
ON_FILE(ftruncate64, 'T', (int fd, off64_t length), length, (fd, length))

int rename(const char *from, const char *to) {
    REAL(rename);
    if (!in_root(from)) return real(from, to);
    pthread_mutex_lock(&turnstile);
    int result = fails() ? -1 : real(from, to);
    int error = errno;
    if (!result) note('R', -1, 0, from, strlen(from), to, strlen(to));
    errno = error;
    pthread_mutex_unlock(&turnstile);
    return result;
}

#define ON_NAME(name, letter, arguments, call) \
    int name arguments { \
        REAL(name); \
        if (!in_root(path)) return real call; \
        pthread_mutex_lock(&turnstile); \
        int fail = letter == 'M' && fails(); \
        int result = fail ? -1 : real call; \
        int error = errno; \
        if (!result) note(letter, -1, 0, path, strlen(path), "", 0); \
        errno = error; \
        pthread_mutex_unlock(&turnstile); \
        return result; \
    }
ON_NAME(unlink, 'U', (const char *path), (path))
ON_NAME(rmdir, 'U', (const char *path), (path))
ON_NAME(mkdir, 'M', (const char *path, mode_t mode), (path, mode))

int unlinkat(int folder, const char *name, int flags) {
    REAL(unlinkat);
    int result = real(folder, name, flags);
    if (result || !is_ours(folder)) return result;
    char path[MOST_PATH * 2] = "", link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, path, MOST_PATH);
    if (length < 0) return result;
    snprintf(path + length, sizeof path - (size_t)length, "/%s", name);
    pthread_mutex_lock(&turnstile);
    note('U', -1, 0, path, strlen(path), "", 0);
    pthread_mutex_unlock(&turnstile);
    return result;
}
