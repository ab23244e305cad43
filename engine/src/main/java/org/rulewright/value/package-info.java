/** Typed FEEL values: exact decimals, temporals and their text forms. */
@NullMarked
package org.rulewright.value;

import org.jspecify.annotations.NullMarked;
