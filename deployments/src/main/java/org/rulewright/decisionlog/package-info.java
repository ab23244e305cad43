/** Holds the append-only, encrypted and hash-chained record of every decision. */
@NullMarked
package org.rulewright.decisionlog;

import org.jspecify.annotations.NullMarked;
