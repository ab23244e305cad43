/** The screen of background jobs: how far they are, what came of them, and a way to stop them. */
@NullMarked
package org.rulewright.ui.job;

import org.jspecify.annotations.NullMarked;
