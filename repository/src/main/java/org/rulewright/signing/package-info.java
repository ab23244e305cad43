/** The keys of this installation: it signs with one and locks away data keys with another. */
@NullMarked
package org.rulewright.signing;

import org.jspecify.annotations.NullMarked;
