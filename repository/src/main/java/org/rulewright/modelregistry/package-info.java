/** Uploaded model files: checked, proven on their expected scores, kept as immutable versions. */
@NullMarked
package org.rulewright.modelregistry;

import org.jspecify.annotations.NullMarked;
