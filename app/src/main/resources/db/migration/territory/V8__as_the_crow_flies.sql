-- Metres between two points in degrees, on a sphere: as GreatCircle says it in Java. Null when one is not known. No two points
-- of France are at the ends of a diameter.
create function territory.metres(latitude double precision, longitude double precision, other_latitude double precision, other_longitude double precision)
  returns int language sql immutable parallel safe
  as $$ select round(2 * 6371000 * asin(sqrt(power(sin(radians(other_latitude - latitude) / 2), 2)
               + cos(radians(latitude)) * cos(radians(other_latitude)) * power(sin(radians(other_longitude - longitude) / 2), 2))))::int $$;
