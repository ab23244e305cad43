/** Immutable versions of strategies, named by their content, and what differs between two. */
@NullMarked
package org.rulewright.version;

import org.jspecify.annotations.NullMarked;
