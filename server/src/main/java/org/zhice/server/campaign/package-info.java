/**
 * Enforcement campaigns: in which years each is named, and which agencies answer for it.
 */
package org.zhice.server.campaign;
