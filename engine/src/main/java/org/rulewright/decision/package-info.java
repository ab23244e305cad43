/** The contract every kind of decision fulfils: facts in, an outcome with its trace out. */
@NullMarked
package org.rulewright.decision;

import org.jspecify.annotations.NullMarked;
