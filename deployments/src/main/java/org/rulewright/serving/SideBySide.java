package org.rulewright.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Work that is done on all processors, handed out by stretches. */
final class SideBySide {

  private static final int STRETCH = 64;

  private SideBySide() {}

  /** Returns the results in the order of the work; what is thrown is thrown here. */
  static <T> List<T> all(List<? extends Supplier<T>> work) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var stretches = new ArrayList<CompletableFuture<List<T>>>();
      for (int from = 0; from < work.size(); from += STRETCH) {
        var stretch = work.subList(from, Math.min(work.size(), from + STRETCH));
        stretches.add(CompletableFuture.supplyAsync(() -> inOrder(stretch), threads));
      }
      return stretches.stream().flatMap(each -> each.join().stream()).toList();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException bug ? bug : failed;
    }
  }

  private static <T> List<T> inOrder(List<? extends Supplier<T>> work) {
    return work.stream().<T>map(Supplier::get).toList();
  }
}
