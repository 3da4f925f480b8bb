#!/usr/bin/env bash
# A newcomer's first start, as an ordinary user with an empty home: the demonstration answers, a second start keeps what
# was written, an application killed three times loses and doubles nothing, stopping is clean. Run as root; needs curl.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
port=${PORT:-18080}
who=maillage-newcomer
home=$(mktemp -d /tmp/maillage-newcomer.XXXXXX)
trap 'pkill -KILL -u "$who" 2>/dev/null || true; sleep 1; userdel "$who" 2>/dev/null || true; rm -rf "$home"' EXIT

id "$who" >/dev/null 2>&1 || useradd --no-create-home --home-dir "$home" --shell /bin/bash "$who"
git clone -q "$project" "$home/maillage"
chown -R "$who" "$home"
as() { runuser -u "$who" -- env -i HOME="$home" PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 bash -c "cd '$home/maillage' && $1"; }

start() {
  as "exec mvn -B -ntp -pl app spring-boot:run -Dspring-boot.run.arguments=--server.port=$port" > "$home/out.log" 2>&1 &
  for _ in $(seq 1 600); do
    if curl -fs "http://localhost:$port/connexion" -o "$home/page.html"; then return; fi
    grep -q "BUILD FAILURE" "$home/out.log" && break
    sleep 1
  done
  echo "Le premier démarrage a échoué :"; tail -40 "$home/out.log"; exit 1
}
application() { pgrep -u "$who" -f 'fr\.maillage\.App' | tail -1; }
gone() { for _ in $(seq 1 60); do [ -z "$(application)" ] && return; sleep 1; done; echo "l’application ne s’arrête pas"; exit 1; }
people() { grep -c 'class="person"' "$home/page.html"; }
token() { grep -o 'name="_csrf" content="[^"]*"' "$home/page.html" | head -1 | sed 's/.*content="//; s/"$//'; }
login() {
  rm -f "$home/cookies"
  curl -fs -c "$home/cookies" "http://localhost:$port/connexion" -o "$home/page.html"
  local name; name=$(grep -o 'name="identifiant" value="[^"]*"' "$home/page.html" | head -1 | sed 's/.*value="//; s/"$//')
  curl -fsL -b "$home/cookies" -c "$home/cookies" --data-urlencode "_csrf=$(token)" --data-urlencode "identifiant=$name" --data-urlencode "motdepasse=maillage" "http://localhost:$port/connexion" -o "$home/page.html"
}
note() { # a draft is the smallest thing a person can write
  login
  curl -fs -b "$home/cookies" --data-urlencode "_csrf=$(token)" --data-urlencode "_key=$1" --data-urlencode "texte=$1" "http://localhost:$port/brouillons" >/dev/null
}
kept() { login; curl -fs -b "$home/cookies" "http://localhost:$port/brouillons?form=$1" | grep -q "$1"; }

begun=$(date +%s)
start
echo "Premier démarrage (dépôt Maven vide, données de démonstration) : $(( $(date +%s) - begun )) s ; $(people) personnes peuvent entrer"
[ "$(people)" -ge 8 ] || { echo "trop peu de personnes de démonstration"; exit 1; }
note premier
kill -TERM "$(application)"; gone
served() { pgrep -u "$who" -x -r R,S,D postgres >/dev/null; } # a dead process not yet reaped is not a server
for _ in $(seq 1 20); do served || break; sleep 1; done
if served; then echo "PostgreSQL est resté derrière"; exit 1; fi

begun=$(date +%s)
start
echo "Deuxième démarrage : $(( $(date +%s) - begun )) s"
kept premier || { echo "le deuxième démarrage a perdu ce qui était écrit"; exit 1; }

# Killed three times, at a random moment while somebody notes calls one after the other. Whoever saw no answer sends the
# same form again: every call must then be there, and once.
fields() { printf '%s' "--data-urlencode _once=$1 --data-urlencode who=coupure-$1- --data-urlencode reached=JOINT --data-urlencode settled=1"; }
send() { # led to the log of calls, not to the sign-in page
  curl -fs -o /dev/null -w '%{redirect_url}' -b "$home/cookies" --data-urlencode "_csrf=$(token)" $(fields "$1") "http://localhost:$port/contacts" | grep -q '/contacts$'
}
uuid() { cat /proc/sys/kernel/random/uuid; }
calls() { # notes calls until nobody answers any more; each is written down before it is sent
  while true; do
    local one; one=$(uuid)
    echo "$one" >> "$home/sent"
    send "$one" || return 0
    echo "$one" >> "$home/answered"
  done
}
for turn in 1 2 3; do
  : > "$home/sent"; : > "$home/answered"
  login
  calls &
  writing=$!
  sleep "$(( RANDOM % 4 + 1 )).$(( RANDOM % 10 ))"
  kill -KILL "$(application)"; gone; wait "$writing"
  start
  login
  answered=$(wc -l < "$home/answered")
  [ "$answered" -gt 0 ] || { echo "rien n’a été noté avant l’arrêt brutal"; exit 1; }
  curl -fs -b "$home/cookies" "http://localhost:$port/contacts" -o "$home/journal.html"
  while read -r one; do
    grep -q "coupure-$one-" "$home/journal.html" || { echo "arrêt brutal $turn : un appel noté est perdu"; exit 1; }
  done < "$home/answered"
  send "$(tail -1 "$home/sent")"
  curl -fs -b "$home/cookies" "http://localhost:$port/contacts" -o "$home/journal.html"
  while read -r one; do
    [ "$(grep -o "coupure-$one-" "$home/journal.html" | wc -l)" -eq 1 ] || { echo "arrêt brutal $turn : un appel est perdu ou doublé"; exit 1; }
  done < "$home/sent"
  echo "Arrêt brutal $turn : $answered appels notés, chacun une fois"
done
kill -TERM "$(application)"; gone

as "exec mvn -B -ntp -q -pl app spring-boot:run -Dspring-boot.run.arguments='--server.port=$port --maillage.verify-trail=true'" > "$home/trail.log" 2>&1 \
  || { echo "les traces ne disent plus la vérité :"; tail -5 "$home/trail.log"; exit 1; }
[ "$(grep -c intactes "$home/trail.log")" -ge 3 ] || { echo "les traces n’ont pas été vérifiées"; exit 1; }
echo "Arrêt, redémarrage et trois kill -9 : rien de perdu, rien de doublé, traces intactes"
echo "4 passed, 0 failed"
