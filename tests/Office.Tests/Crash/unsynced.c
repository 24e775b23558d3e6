// What a power cut would take away: a library that is loaded before all others (LD_PRELOAD) into a process that is going to
// be killed. Killing a process loses nothing that it gave to the system; losing power loses whatever was not yet on the disk.
// So each write to a database file (*.db and *.db-wal) is first noted in a journal, with the bytes that it replaces, and each
// sync is noted when it has succeeded. After the kill the test undoes the writes that no sync followed (PowerCut.cs).
// The -shm file is memory shared by the processes, never synced, and made anew after a crash: it is left alone.
//
// A note is: kind (W write, T truncate, S synced), length of the name, offset, bytes replaced, bytes written, size of the file
// before, as eight-byte numbers; then the name, the bytes replaced, the bytes written. For T the offset is the new size.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// One at a time, also during a sync: what is noted before "synced" was really written before it.
static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
static int journal = -1;

static int ends_in(const char *name, size_t length, const char *end) {
    size_t n = strlen(end);
    return length >= n && memcmp(name + length - n, end, n) == 0;
}

// The length of the name of a database file that is open under this number; 0 for anything else.
static size_t name_of(int fd, char name[4096]) {
    char link[40] = "/proc/self/fd/";
    char digits[12];
    int n = 0;
    if (fd < 3) return 0;
    for (int rest = fd; rest > 0; rest /= 10) digits[n++] = (char)('0' + rest % 10);
    size_t at = strlen(link);
    while (n > 0) link[at++] = digits[--n];
    link[at] = 0;
    int before = errno;
    ssize_t length = readlink(link, name, 4096);
    errno = before;
    return length > 0 && (ends_in(name, (size_t)length, ".db") || ends_in(name, (size_t)length, ".db-wal")) ? (size_t)length : 0;
}

static void note(char kind, const char *name, size_t name_length, int64_t offset, const void *old, int64_t old_length, const void *new, int64_t new_length, int64_t size) {
    if (journal < 0) {
        const char *path = getenv("UNSYNCED_JOURNAL");
        if (path) journal = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (journal < 0) abort();
    }
    int64_t head[6] = {kind, (int64_t)name_length, offset, old_length, new_length, size};
    struct iovec parts[4] = {{head, sizeof head}, {(void *)name, name_length}, {(void *)old, (size_t)old_length}, {(void *)new, (size_t)new_length}};
    int64_t whole = (int64_t)sizeof head + (int64_t)name_length + old_length + new_length;
    if (syscall(SYS_writev, journal, parts, 4) != whole) abort();
}

// Notes that a range is about to be replaced, or cut off when there is nothing new.
static void note_change(char kind, int fd, const char *name, size_t name_length, int64_t offset, const void *new, int64_t new_length) {
    struct stat file;
    if (fstat(fd, &file)) abort();
    int64_t end = kind == 'T' ? file.st_size : offset + new_length;
    if (end > file.st_size) end = file.st_size;
    int64_t old_length = end > offset ? end - offset : 0;
    char *old = malloc((size_t)old_length + 1);
    if (!old || syscall(SYS_pread64, fd, old, (size_t)old_length, offset) != old_length) abort();
    note(kind, name, name_length, offset, old, old_length, new, new_length, file.st_size);
    free(old);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
    char name[4096];
    size_t named = name_of(fd, name);
    if (!named) return syscall(SYS_pwrite64, fd, bytes, length, offset);
    pthread_mutex_lock(&one);
    note_change('W', fd, name, named, offset, bytes, (int64_t)length);
    ssize_t written = syscall(SYS_pwrite64, fd, bytes, length, offset);
    pthread_mutex_unlock(&one);
    return written;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite64(fd, bytes, length, offset); }

ssize_t write(int fd, const void *bytes, size_t length) {
    char name[4096];
    size_t named = name_of(fd, name);
    if (!named) return syscall(SYS_write, fd, bytes, length);
    pthread_mutex_lock(&one);
    note_change('W', fd, name, named, lseek(fd, 0, SEEK_CUR), bytes, (int64_t)length);
    ssize_t written = syscall(SYS_write, fd, bytes, length);
    pthread_mutex_unlock(&one);
    return written;
}

int ftruncate64(int fd, off64_t size) {
    char name[4096];
    size_t named = name_of(fd, name);
    if (!named) return (int)syscall(SYS_ftruncate, fd, size);
    pthread_mutex_lock(&one);
    note_change('T', fd, name, named, size, "", 0);
    int result = (int)syscall(SYS_ftruncate, fd, size);
    pthread_mutex_unlock(&one);
    return result;
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int synced(int fd, long call) {
    char name[4096];
    size_t named = name_of(fd, name);
    if (!named) return (int)syscall(call, fd);
    pthread_mutex_lock(&one);
    int result = (int)syscall(call, fd);
    if (result == 0) note('S', name, named, 0, "", 0, "", 0, 0);
    pthread_mutex_unlock(&one);
    return result;
}

int fsync(int fd) { return synced(fd, SYS_fsync); }

int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }
