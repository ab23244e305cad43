/** Look-up tables of the house: imported, kept in immutable versions, and handed to the engine. */
@NullMarked
package org.rulewright.lookuptable;

import org.jspecify.annotations.NullMarked;
