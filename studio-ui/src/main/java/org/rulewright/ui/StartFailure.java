package org.rulewright.ui;

import java.io.IOException;
import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;
import org.rulewright.database.DiskRoom;
import org.rulewright.database.StartRefusedException;
import org.springframework.boot.web.server.PortInUseException;

/** Why the studio did not start, in one sentence where the reason is known. */
final class StartFailure {

  private StartFailure() {}

  static Optional<String> sentence(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> known(cause).stream())
        .findFirst();
  }

  private static Optional<String> known(Throwable cause) {
    return switch (cause) {
      case StartRefusedException refused -> Optional.of(refused.sentence());
      case PortInUseException taken ->
          Optional.of(
              "Port "
                  + taken.getPort()
                  + " is taken by another program; stop it, or choose another port with --port.");
      case BindException refused ->
          Optional.of(
              "The address of the studio cannot be listened on (%s); choose another one with --port or --address."
                  .formatted(refused.getMessage()));
      case IOException full when isDiskFull(full) -> diskFull();
      default -> DiskRoom.ranOutIn(cause) ? diskFull() : Optional.empty();
    };
  }

  private static boolean isDiskFull(IOException failure) {
    return String.valueOf(failure.getMessage()).contains("No space left on device");
  }

  private static Optional<String> diskFull() {
    return Optional.of("The disk is full; make room under the data folder and start again.");
  }
}
