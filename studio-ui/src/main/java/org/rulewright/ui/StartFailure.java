package org.rulewright.ui;

import java.util.Optional;
import java.util.stream.Stream;
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
      default -> Optional.empty();
    };
  }
}
