/** Tests of serving. */
@NullMarked
package org.rulewright.serving;

import org.jspecify.annotations.NullMarked;
