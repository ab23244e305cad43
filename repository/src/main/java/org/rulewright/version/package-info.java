/**
 * Immutable versions of strategies, named by their content: what differs between two, what they
 * pin, and what they compile to with it.
 */
@NullMarked
package org.rulewright.version;

import org.jspecify.annotations.NullMarked;
