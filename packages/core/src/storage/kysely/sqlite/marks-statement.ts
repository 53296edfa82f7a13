/**
 * The look-up of a call as long as its tenant has not changed, from two indexes alone. Written out because it names them:
 * on a database that was never analyzed, SQLite would take the unique index of the tenants, and read the row as well. The
 * expressions are those of the index, or it would not serve.
 * https://www.sqlite.org/lang_indexedby.html
 */
export const MARKS_STATEMENT = `
  select number.id as number_id, number.attended_until, tenant.id as tenant_id,
    substr(tenant.agent, -22) as agent_mark, substr(tenant.recovery_phone, -22) as phone_mark
  from numberkit_numbers as number indexed by numberkit_numbers_route
  join numberkit_tenants as tenant indexed by numberkit_tenants_marks on tenant.id = number.tenant_id
  where number.e164_index = ? and number.state = 'assigned' and substr(tenant.agent, -22) is not null`;
