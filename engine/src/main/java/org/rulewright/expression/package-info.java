/** The compiler for the subset of FEEL that is proven equal to the reference engine. */
@NullMarked
package org.rulewright.expression;

import org.jspecify.annotations.NullMarked;
