/** Files named by the hash of their content. */
@NullMarked
package org.rulewright.blob;

import org.jspecify.annotations.NullMarked;
