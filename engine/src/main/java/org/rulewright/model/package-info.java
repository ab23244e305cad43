/** Scoring with ONNX and PMML models: opened with care, typed, limited, and proven before use. */
@NullMarked
package org.rulewright.model;

import org.jspecify.annotations.NullMarked;
