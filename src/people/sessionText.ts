/** What a post, its unit and its place took the place of, through every closing and merging since; null as a rule. */
const predecessors = `(with recursive old as (
    select holds, old_id from network_successor where new_id in (p.id::text, p.unit_id, p.region_code)
    union select s.holds, s.old_id from network_successor s join old on s.new_id = old.old_id)
  select json_agg(json_build_object('holds', holds, 'id', old_id)) from old)`;

/** Session, user, post, unit, reach and log-in policy: $1 the session, $2 today. */
export const sessionText = `
    select s.id, s.created_at, s.last_seen_at, s.expires_at, s.revoked_at, s.table_code,
      u.id as user_id, u.login, u.name, u.active, u.password_set_at, u.totp_sealed is not null as enrolled,
      p.id as post_id, p.role, p.region_code, p.county_code, p.valid_from, p.valid_to, p.covers_post_id,
      (select au.name from post ap join app_user au on au.id = ap.user_id where ap.id = p.covers_post_id) as covers_name,
      n.id as unit_id, n.kind as unit_kind, ${predecessors} as before,
      case when p.county_code = '140100'
        then array(select code from region where level in ('city', 'county') and active order by code) end as counties,
      (select value from setting_version where county_code = '140100' and key = 'loginPolicy' and effective_from <= $2::date
        order by version desc limit 1) as policy,
      exists (select from post q where q.user_id = u.id and q.covers_post_id is not null
        and q.valid_from <= $2::date and coalesce(q.valid_to, $2::date) >= $2::date) as covering
    from session s
      join app_user u on u.id = s.user_id
      left join post p on p.id = s.post_id and p.user_id = s.user_id
      left join unit n on n.id = p.unit_id
    where s.id = $1`;
