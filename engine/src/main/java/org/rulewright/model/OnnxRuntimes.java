package org.rulewright.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

/** The native runtime, set up to be silent and to use the calling thread only. */
final class OnnxRuntimes {

  private OnnxRuntimes() {}

  /** The one environment of this process; it lives as long as the process. */
  static OrtEnvironment environment() {
    return Holder.ENVIRONMENT;
  }

  /** Opens a session that runs each call on the thread of its caller. */
  static OrtSession session(byte[] bytes) throws OrtException {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      // what goes wrong is told by an exception; the runtime would print it as well
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      // the arena keeps the memory of the largest batch for ever
      options.setCPUArenaAllocator(false);
      return environment().createSession(bytes, options);
    }
  }

  private static final class Holder {

    static final OrtEnvironment ENVIRONMENT =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "rulewright");

    private Holder() {}
  }
}
