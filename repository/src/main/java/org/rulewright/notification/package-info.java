/** What people are told about, whether they have seen it, and the news of it to their screens. */
@NullMarked
package org.rulewright.notification;

import org.jspecify.annotations.NullMarked;
