/** The places a release runs: development, test, production. */
@NullMarked
package org.rulewright.environment;

import org.jspecify.annotations.NullMarked;
