/** The bell in the header, its panel, and the screen of all notifications. */
@NullMarked
package org.rulewright.ui.notification;

import org.jspecify.annotations.NullMarked;
