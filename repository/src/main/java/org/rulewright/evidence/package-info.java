/** Examines versions against the reference engines, and keeps what was found, signed. */
@NullMarked
package org.rulewright.evidence;

import org.jspecify.annotations.NullMarked;
