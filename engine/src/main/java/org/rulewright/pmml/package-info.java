/** What a PMML file says of its data and its conditions, for the kinds of rules it can become. */
@NullMarked
package org.rulewright.pmml;

import org.jspecify.annotations.NullMarked;
