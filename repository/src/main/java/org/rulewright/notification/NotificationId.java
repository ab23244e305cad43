package org.rulewright.notification;

/**
 * Names one notification of one person.
 *
 * @param value from 1, the later the larger
 */
public record NotificationId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
