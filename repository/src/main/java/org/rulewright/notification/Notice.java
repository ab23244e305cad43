package org.rulewright.notification;

import java.util.Map;
import java.util.TreeMap;

/**
 * Something to tell people.
 *
 * @param arguments names and numbers for the text, which is made in the reader's language when it
 *     is shown; never a sentence. What has a name in each language stands there twice, with {@code
 *     .zh} and {@code .en} after it
 */
public record Notice(NotificationKind kind, Thing thing, Map<String, String> arguments) {

  public Notice {
    arguments = Map.copyOf(new TreeMap<>(arguments));
  }
}
