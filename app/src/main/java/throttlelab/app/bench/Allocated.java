package throttlelab.app.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Counts the memory that all threads have ever allocated, those that have ended among them: what keeps the garbage
/// collector busy.
final class Allocated {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {
    }

    static long bytes() {
        return THREADS.getTotalThreadAllocatedBytes();
    }
}
