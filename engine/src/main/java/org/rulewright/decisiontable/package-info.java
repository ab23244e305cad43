/** Decision tables: their definition and their compiled form. */
@NullMarked
package org.rulewright.decisiontable;

import org.jspecify.annotations.NullMarked;
