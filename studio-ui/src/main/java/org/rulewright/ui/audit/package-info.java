/** The screen of the audit trail: who did what, and the proof that nothing was altered. */
@NullMarked
package org.rulewright.ui.audit;

import org.jspecify.annotations.NullMarked;
