package org.rulewright.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.rulewright.dataset.source.SourceProblem;
import org.rulewright.dataset.source.UnreadableSourceException;

/** Ends an upload that grows beyond the limit while it is still coming in. */
final class LimitedUpload extends FilterInputStream {
  private final long limit;
  private long count;

  LimitedUpload(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    counted(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    counted(read);
    return read;
  }

  private void counted(int read) throws UnreadableSourceException {
    count += Math.max(read, 0);
    if (count > limit) {
      throw new UnreadableSourceException(
          new SourceProblem(
              SourceProblem.Code.TOO_LARGE,
              0,
              List.of(Long.toString(count), Long.toString(limit))));
    }
  }
}
