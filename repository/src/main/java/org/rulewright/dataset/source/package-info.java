/**
 * Reading of delivered files: what bytes, characters, records and cells mean before they are kept.
 */
@NullMarked
package org.rulewright.dataset.source;

import org.jspecify.annotations.NullMarked;
