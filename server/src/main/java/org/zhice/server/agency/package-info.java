/**
 * Agencies: what each leads and shares, in which years and on what, and with whom.
 */
package org.zhice.server.agency;
