// The two slow paths of Swift's Synchronization.Mutex on Linux, which lock and unlock in the kernel (FUTEX_LOCK_PI). Linked in
// between by `--wrap` for the thread sanitizer only: it learns that whoever got the lock comes after whoever let it go.

#include <stdint.h>

// Swift calls a method with `self` in a register of its own.
#define METHOD __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *

#define LOCK(kind) kind##_$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF
#define UNLOCK(kind) kind##_$s15Synchronization12_MutexHandleV11_unlockSlowyyF

void __tsan_acquire(void *address);
void __tsan_release(void *address);

METHOD void LOCK(__real)(uint32_t thread, SELF mutex);
METHOD void UNLOCK(__real)(SELF mutex);

METHOD void LOCK(__wrap)(uint32_t thread, SELF mutex) {
    LOCK(__real)(thread, mutex);
    __tsan_acquire(mutex);
}

METHOD void UNLOCK(__wrap)(SELF mutex) {
    __tsan_release(mutex);
    UNLOCK(__real)(mutex);
}
