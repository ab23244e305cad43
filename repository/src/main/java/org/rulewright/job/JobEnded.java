package org.rulewright.job;

/** A job is done, failed or was cancelled; published in the thread that ran it. */
public record JobEnded(Job job) {}
