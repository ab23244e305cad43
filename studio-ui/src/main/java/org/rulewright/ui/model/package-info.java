/** The screens of scoring models: uploading, looking, trying. */
@NullMarked
package org.rulewright.ui.model;

import org.jspecify.annotations.NullMarked;
