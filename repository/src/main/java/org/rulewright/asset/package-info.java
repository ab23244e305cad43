/** Strategies and their drafts: every autosave is a revision, so nothing written is ever lost. */
@NullMarked
package org.rulewright.asset;

import org.jspecify.annotations.NullMarked;
