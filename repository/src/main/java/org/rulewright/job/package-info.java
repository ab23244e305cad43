/** Background work with progress, cancel and a result, that a restart never leaves in the dark. */
@NullMarked
package org.rulewright.job;

import org.jspecify.annotations.NullMarked;
