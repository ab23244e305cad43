package org.rulewright.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decisions per second of processor time of this thread, so that other work on the machine does not
 * count.
 */
final class Speed {

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Keeps the compiler from dropping the work. */
  static volatile @Nullable Object sink;

  private Speed() {}

  /**
   * Measures a call for some seconds of warm-up and then in rounds, of which the median counts.
   *
   * @param call takes a running number to choose its input by
   */
  static double perSecond(IntFunction<@Nullable Object> call, double warmUp, double round) {
    int batch = 1;
    double spent = 0;
    while (spent < warmUp) {
      double seconds = seconds(call, batch);
      spent += seconds;
      if (seconds < round / 20 && batch < 1 << 24) {
        batch *= 2;
      }
    }
    double perCall = seconds(call, batch) / batch;
    int calls = (int) Math.clamp((long) (round / perCall), 1, 1 << 28);
    double[] rates = new double[5];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = calls / seconds(call, calls);
    }
    Arrays.sort(rates);
    return rates[rates.length / 2];
  }

  private static double seconds(IntFunction<@Nullable Object> call, int calls) {
    long start = THREADS.getCurrentThreadCpuTime();
    run(call, calls);
    return Math.max(1, THREADS.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private static void run(IntFunction<@Nullable Object> call, int calls) {
    Object last = null;
    for (int i = 0; i < calls; i++) {
      Object result = call.apply(i);
      if (result != last) {
        last = result;
      }
    }
    sink = last;
  }

  /** Bytes one call allocates, after it has been compiled. */
  static double bytesPerCall(IntFunction<@Nullable Object> call) {
    int calls = 1_000_000;
    run(call, calls);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    run(call, calls);
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    // What the counting itself allocates is no more than a few objects per million calls.
    return bytes < 10_000 ? 0 : (double) bytes / calls;
  }
}
