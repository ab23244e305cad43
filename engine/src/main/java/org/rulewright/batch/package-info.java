/** Deciding on many facts at once, by column and on all processors. */
@NullMarked
package org.rulewright.batch;

import org.jspecify.annotations.NullMarked;
