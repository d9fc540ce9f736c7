/**
 * Laws and other instruments through the years: what plans promise about them, and what came of it.
 */
package org.zhice.server.law;
