package org.rulewright.serving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Answers on their way to a caller who may not be reading yet.
 *
 * <p>Many clients send their whole body before they read a byte of the answer; if we stopped
 * reading because they do not, both would wait for ever. So what does not fit into a little memory
 * goes to a file.
 *
 * <p>INVARIANT: everything in the file is newer than everything in memory.
 */
final class AnswerSpool implements AutoCloseable {

  private static final int IN_MEMORY = 1 << 20;
  private static final int CHUNK = 64 * 1024;

  private final Deque<byte[]> memory = new ArrayDeque<>();
  private int inMemory;
  private @Nullable FileChannel file;
  private long written;
  private long read;
  private boolean ended;
  private boolean abandoned;

  /** Adds an answer; false when nobody will read it any more. */
  synchronized boolean put(byte[] answer) throws IOException {
    if (written == read && inMemory + answer.length <= IN_MEMORY) {
      memory.add(answer);
      inMemory += answer.length;
    } else {
      var bytes = ByteBuffer.wrap(answer);
      while (bytes.hasRemaining()) {
        written += file().write(bytes, written);
      }
    }
    notifyAll();
    return !abandoned;
  }

  /** Waits for the next answers; null once all were taken and no more will come. */
  synchronized byte @Nullable [] take() throws IOException, InterruptedException {
    while (memory.isEmpty() && written == read && !ended) {
      wait();
    }
    if (!memory.isEmpty()) {
      var answer = memory.remove();
      inMemory -= answer.length;
      return answer;
    }
    return written == read ? null : fromFile();
  }

  /** Whether an answer can be taken without waiting. */
  synchronized boolean ready() {
    return !memory.isEmpty() || written > read;
  }

  /** No more answers will come. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Nobody reads any more: the caller is gone. */
  synchronized void abandon() {
    abandoned = true;
  }

  private byte[] fromFile() throws IOException {
    var bytes = ByteBuffer.allocate((int) Math.min(CHUNK, written - read));
    while (bytes.hasRemaining()) {
      read += file().read(bytes, read);
    }
    if (read == written) {
      file().truncate(0);
      read = 0;
      written = 0;
    }
    return bytes.array();
  }

  private FileChannel file() throws IOException {
    var open = file;
    if (open == null) {
      var path = Files.createTempFile("rulewright-answers-", ".ndjson");
      open =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file = open;
    }
    return open;
  }

  @Override
  public synchronized void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
