/** The audit trail: an append-only, hash-chained list of who did what, and its verification. */
@NullMarked
package org.rulewright.audit;

import org.jspecify.annotations.NullMarked;
